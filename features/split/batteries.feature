@split
Feature: The batteries of a keypad unit
  The keypad unit runs on two AA cells, so that a token can be keyed in while the house is dark. Kenya Power's first
  advice to a customer whose unit does not work is new batteries (guide to common errors, July 2025).

  Background:
    Given a split meter

  Rule: Low batteries are shown before they are flat

    @faults
    Scenario: They run low
      Given the meter holds 10.0 kWh
      When the batteries of the keypad unit run low
      And 2 minutes pass
      Then the keypad unit shows the sign for low batteries
      And the meter holds 10.0 kWh

    @faults
    Scenario: With low batteries a token is still taken
      Given a 25.6 kWh credit token
      When the batteries of the keypad unit run low
      And the customer keys in the token
      Then the meter accepts it
      And the keypad unit shows the sign for low batteries
      And the meter holds 25.6 kWh

    @faults
    Scenario: New ones
      Given the meter holds 10.0 kWh
      When the batteries of the keypad unit run low
      And 2 minutes pass
      Then the keypad unit shows the sign for low batteries
      When the batteries of the keypad unit are changed
      Then the keypad unit shows no sign for low batteries
      And the meter holds 10.0 kWh

  Rule: With flat batteries the keypad unit is dark, and the house keeps its power

    @faults
    Scenario: They are flat
      Given the meter holds 10.0 kWh
      When the batteries of the keypad unit are flat
      Then the display reads:
        """
        """
      And the house has power
      And the display of the measuring unit reads:
        """
        10.0 kWh
        """

    @faults
    Scenario: The meter goes on counting
      Given the meter holds 10.0 kWh
      When the batteries of the keypad unit are flat
      And the load draws 1000 W for 2 hours
      Then the memory holds 8.0 kWh

  Rule: With new batteries it is paired as before, and shows the credit of today

    @faults
    Scenario: Changed after they were flat
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the batteries of the keypad unit are flat
      And the load draws 1000 W for 2 hours
      And the batteries of the keypad unit are changed
      Then the meter holds 8.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 33.6 kWh

    @faults
    Scenario: Changed while the answer to a token is outstanding
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      When the batteries of the keypad unit are flat
      And the batteries of the keypad unit are changed
      And the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 25.6 kWh
