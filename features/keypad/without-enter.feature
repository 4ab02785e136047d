@keypad
Feature: A meter without an Enter key
  On some meters the twentieth digit hands the token in, and the keypad is dead while the meter works. A customer
  who types on may lose digits, but never credit.

  Background:
    Given a meter with:
      | name    | value      |
      | profile | landis-gyr |
    And the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: The twentieth digit hands the token in

    Scenario: Twenty digits and nothing else
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: The meter takes its time
      When the customer presses "1844 6744 0738 4377 2416"
      Then the display reads:
        """
        4.0738.4377.2416
        """
      When 2 seconds pass
      Then the meter accepts it

  Rule: Digits typed while the meter works are lost

    Scenario: Both codes typed in one go
      Given the two key change codes to key revision 2 on base date 2014
      When the customer types all codes in one go
      Then the key revision is 1
      And the meter holds 10.0 kWh
      When 31 seconds pass
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

    Scenario: The second code, typed after the first was answered
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

  Rule: The key for questions does nothing in the middle of a token

    Scenario: The key i after three digits
      When the customer presses "1 2 3 i"
      Then the display reads:
        """
                     123
        """

  Rule: Two quick backspaces clear everything

    Scenario: Two quick backspaces
      When the customer presses "1 2 3 4 5 * *"
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: Two backspaces a second apart
      When the customer presses "1 2 3 4 5 *"
      And 1 seconds pass
      And the customer presses "*"
      Then the display reads:
        """
                     123
        """

  Rule: A pause of thirty seconds clears the digits and shows the credit

    Scenario: A pause of 31 seconds
      When the customer presses "1 2 3 4 5"
      And 31 seconds pass
      Then the display reads:
        """
        10.0 kWh
        """
