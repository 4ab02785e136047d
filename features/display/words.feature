@display
Feature: What the display says
  The customer has only the display. One of four words answers every token, then the credit is shown again, and while
  typing the customer sees exactly what was typed.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: One word answers a token, then comes the credit, then the idle screen

    Scenario: Accept
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the display reads:
        """
        Accept
        """
      When 4 seconds pass
      Then the display reads:
        """
        Credit
        35.6 kWh
        """
      When 5 seconds pass
      Then the display reads:
        """
        35.6 kWh
        """

    Scenario: Used
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And the customer keys in the token
      Then the display reads:
        """
        Used
        """
      When 4 seconds pass
      Then the display reads:
        """
        Credit
        35.6 kWh
        """

    Scenario: Old
      Given a 25.6 kWh credit token "ancient" issued at "2019-06-01 12:00"
      When the customer keys in token "ancient"
      Then the display reads:
        """
        Old
        """

    Scenario: Reject
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 12 wrong
      Then the display reads:
        """
        Reject
        """
      When 4 seconds pass
      Then the display reads:
        """
        Credit
        10.0 kWh
        """

    Scenario: Incomplete
      When the customer presses "12 #"
      Then the display reads:
        """
        Incomplete
        """
      When 4 seconds pass
      Then the display reads:
        """
        Credit
        10.0 kWh
        """

    Scenario: A test token
      When the customer keys in "1844 6744 0738 4377 2416"
      And 4 seconds pass
      Then the display reads:
        """
        Credit
        10.0 kWh
        """

    Scenario: The answer stays for two seconds at least
      Given a 25.6 kWh credit token
      When the customer keys in the token
      And 2 seconds pass
      Then the display reads:
        """
        Accept
        """

  Rule: Digits appear in groups of four, twelve on the first line

    Scenario: Twelve digits
      When the customer presses "184467440738"
      Then the display reads:
        """
        1844 6744 0738
        """

    Scenario: Thirteen digits
      When the customer presses "1844674407384"
      Then the display reads:
        """
        1844 6744 0738
        4
        """

    Scenario: Twenty digits
      When the customer presses "18446744073843772416"
      Then the display reads:
        """
        1844 6744 0738
        4377 2416
        """

  Rule: A started tenth of a kilowatt-hour is still shown

    Scenario: A little less than ten kilowatt-hours
      When the load draws 50 W for 1 hour
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: A tenth of a kilowatt-hour less
      When the load draws 100 W for 1 hour
      Then the display reads:
        """
        9.9 kWh
        """
