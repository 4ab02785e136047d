@split
Feature: A power cut at the measuring unit
  In a dark street the measuring unit is dark, too. The keypad unit lives on its batteries, and must not show as
  today's credit what it heard an hour ago. No token can be taken then, as the Kenyan press tells customers (Tuko).

  Background:
    Given a split meter

  Rule: What the keypad unit shows is never older than the time after which it asks, and its tries

    Scenario: The mains fails
      Given the meter holds 10.0 kWh
      When the mains fails
      And 65 seconds pass
      Then the display reads:
        """
        No connection
        """

    Scenario: The mains returns
      Given the meter holds 10.0 kWh
      When the mains fails
      And 65 seconds pass
      Then the display shows "No connection"
      When the mains returns
      Then the meter holds 10.0 kWh

    Scenario: Credit that is used up shows indoors
      Given the meter holds 10.0 kWh
      When the load draws 1000 W for 6 minutes
      Then the meter holds 9.9 kWh
      When the load draws 9900 W for 1 hours
      Then the meter holds 0.0 kWh
      And the load switch is open

  Rule: A token that is keyed in during a power cut is not lost

    Scenario: Keyed in while the street is dark
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the mains fails
      And the customer keys in the token
      Then the display shows "No connection"
      And the memory holds 10.0 kWh
      When the mains returns
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: The mains fails while the token is stored
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token and the mains fails while the meter stores it
      Then the display shows "No connection"
      When the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
