@split
Feature: The pairing of a keypad unit
  A keypad unit belongs to one meter, whose number it keeps. Swapped between neighbours it must sell nobody's credit to
  the wrong house. Sources: CLOU, "Pairing of a user interface unit with a meter"; Landis+Gyr, Cashpower Gemini PLC guide.

  Background:
    Given a split meter

  Rule: A keypad unit that is paired with another meter sells nothing, and says why

    @faults
    Scenario: Paired with the neighbour's meter
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the keypad unit is paired with meter "37000000010"
      And the customer keys in the token
      Then the display shows "Other meter"
      And the memory holds 10.0 kWh
      And the display of the measuring unit reads:
        """
        10.0 kWh
        """

    @faults
    Scenario: The neighbour's credit is not shown
      Given the meter holds 10.0 kWh
      When the keypad unit is paired with meter "37000000010"
      And the load draws 1000 W for 6 minutes
      Then the display reads:
        """
        Other meter
        """

  Rule: Paired again it is as it was, and the refused token is still good

    @faults
    Scenario: The installer puts it right
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the keypad unit is paired with meter "37000000010"
      And the customer keys in the token
      Then the display shows "Other meter"
      When the keypad unit is paired with its meter again
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: A keypad unit without a meter says so, and hands no token to anybody

    @faults
    Scenario: Taken off one meter and not yet paired with the next
      Given the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the keypad unit is paired with no meter
      Then the display reads:
        """
        Not paired
        """
      When the customer keys in the token
      Then the display shows "Not paired"
      And the memory holds 10.0 kWh

  Rule: It can be paired by its keys: the code for it, then the number of the meter

    @faults
    Scenario: Paired by keys
      Given the meter holds 10.0 kWh
      When the keypad unit is paired with no meter
      And the customer presses "1 5 9 3 5 7 0 0 0 0 0 0 0 0 0 0 0 0 #"
      Then the display shows "OK"
      And the meter holds 10.0 kWh

    @faults
    Scenario: The code with a number that is too short
      When the keypad unit is paired with no meter
      And the customer presses "1 5 9 3 5 7 0 0 0 0 0 0 0 0 0 0 0 #"
      Then the display reads:
        """
        Not paired
        """

    @faults
    Scenario: The new pairing outlives the batteries
      Given the meter holds 10.0 kWh
      When the keypad unit is paired with no meter
      And the customer presses "1 5 9 3 5 7 0 0 0 0 0 0 0 0 0 0 0 0 #"
      And the batteries of the keypad unit are flat
      And the batteries of the keypad unit are changed
      Then the display reads:
        """
        10.0 kWh
        """
